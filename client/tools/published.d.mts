export function publishedManifest(text: string): object
