package io.moneyprinter.service.hosting;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * On a configuration class: loads the services that {@code moneyprinter.services} names, and makes clients of the
 * contracts of all others on the class path.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import({HostedServicesSelector.class, RemoteContractsRegistrar.class})
public @interface HostServices {}
