/** Tests of the launcher script, on copies of it, with invented JDKs and an invented Maven. */
@NullMarked
package id.ronda.app.launcher;

import org.jspecify.annotations.NullMarked;
