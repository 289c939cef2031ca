/** What the office owns, where it stands, whose it is, which stage of its life it is in, what replaces it and when. */
@NullMarked
package id.ronda.assets;

import org.jspecify.annotations.NullMarked;
