using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Export;
using EduAnalytics.Gateway.Ingest;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Replicas;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema;
using EduAnalytics.Gateway.Transport;
using EduAnalytics.Gateway.Transport.Persisted;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway;

/// <summary>The gateway's services.</summary>
public static class GatewayServices
{
    /// <summary>The names of the gateway's meters and activity sources.</summary>
    public static IReadOnlyList<string> InstrumentNames { get; } = [GatewayInstruments.Name];

    /// <summary>
    /// Queries, submissions and the GraphQL schema over them; needs a grain factory and the catalogue. Options come from
    /// section <c>Gateway</c> of the configuration and then from <paramref name="configure"/>, and are checked at start.
    /// </summary>
    public static IServiceCollection AddEduGateway(this IServiceCollection services, Action<GatewayOptions>? configure = null)
    {
        services.AddEduQueries();
        services.AddEduRelease();
        services.AddEduSchema();
        services.AddEduIngest();
        services.AddEduExport();
        if (configure is not null)
            services.Configure(configure);
        return services;
    }

    /// <summary>For a program that tells what is wrong before it builds a host: a sentence for each value out of bounds.</summary>
    public static IEnumerable<string> Faults(GatewayOptions gateway, IngestOptions ingest, AccessOptions access) =>
    [
        .. new GatewayOptionsCheck().Validate(null, gateway).Failures ?? [],
        .. new IngestOptionsCheck().Validate(null, ingest).Failures ?? [],
        .. new AccessOptionsCheck().Validate(null, access).Failures ?? [],
    ];

    /// <summary>For a gateway that is no silo: calls are made again while a silo goes, until the others have what it had.</summary>
    public static IServiceCollection AddGrainCallRetries(this IServiceCollection services) =>
        services.AddSingleton<IOutgoingGrainCallFilter, GrainCallRetries>();

    /// <summary>For a gateway that is no silo: it holds answers of districts and cities, and asks their grains whether they still hold.</summary>
    public static IServiceCollection AddReadReplicas(this IServiceCollection services) => services.AddSingleton<ReadReplicas>();

    /// <summary>Documents that are served also where <c>Gateway:Operations:OnlyKnown</c> refuses all that are not known.</summary>
    public static IServiceCollection AddKnownOperations(this IServiceCollection services, IEnumerable<KnownOperation> operations)
    {
        foreach (var operation in operations)
            services.AddSingleton(operation);
        return services;
    }
}
