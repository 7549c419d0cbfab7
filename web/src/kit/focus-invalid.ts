/** After a refused submission: to the first field that is not right, once it is marked so. */
export function focusInvalid(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  })
}
