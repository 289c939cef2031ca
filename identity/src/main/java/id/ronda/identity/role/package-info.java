/** Roles as data: presets, own ones, who has them, and what they give together. */
@NullMarked
package id.ronda.identity.role;

import org.jspecify.annotations.NullMarked;
