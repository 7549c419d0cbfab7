import { mountApp } from './app/mount-app.tsx'
import { keepShell } from './app/keep-shell.ts'
import { browserPort } from './session/browser-port.ts'

const root = document.getElementById('root')
if (root !== null) void mountApp(root, browserPort())
keepShell()
