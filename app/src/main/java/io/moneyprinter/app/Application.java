package io.moneyprinter.app;

import io.moneyprinter.service.hosting.HostServices;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** One application context with the services that run here. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@HostServices
class Application {}
