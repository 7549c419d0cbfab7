/**
 * Below these paths are the routes that need rules or data. A process that holds connections only passes them on; a test
 * holds every route of `ruleRoutes` against them.
 */
export const rulePaths = ['/api/*', '/files/*', '/metrics'] as const
