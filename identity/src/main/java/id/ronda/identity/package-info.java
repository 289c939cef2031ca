/** People, offices, roles and scopes, tokens, and the audit trail of what they did. */
@NullMarked
package id.ronda.identity;

import org.jspecify.annotations.NullMarked;
