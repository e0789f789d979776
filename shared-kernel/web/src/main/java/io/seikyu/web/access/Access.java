package io.seikyu.web.access;

import io.seikyu.contract.access.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a route: keys with one of these roles, and {@link Role#ADMIN} always. Every handler under {@code /v1}
 * has it (or {@link AnyRole}), or the application does not start.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Access {
    Role[] value();
}
