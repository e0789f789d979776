package io.seikyu.web.body;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bounds of a text. A text without this annotation has the defaults. Control characters are never accepted. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Text {
    int DEFAULT_MAX = 500;

    /** In characters (code points). */
    int max() default DEFAULT_MAX;

    /** Whether it may hold line breaks and tabs. */
    boolean lines() default false;

    /** Whether it may be empty or blank. */
    boolean blank() default false;

    /** A regular expression for the whole text; none by default. */
    String pattern() default "";

    /** Says in words what {@link #pattern} accepts, e.g. {@code "must be 7 digits"}. */
    String says() default "";
}
