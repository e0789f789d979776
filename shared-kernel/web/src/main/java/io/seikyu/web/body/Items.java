package io.seikyu.web.body;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many entries a list or map holds, both inclusive. One without this annotation has the defaults. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Items {
    int DEFAULT_MAX = 1_000;

    int min() default 0;

    int max() default DEFAULT_MAX;
}
