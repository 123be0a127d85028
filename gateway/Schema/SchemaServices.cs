using EduAnalytics.Gateway.Schema.Batches;
using EduAnalytics.Gateway.Schema.Costs;
using EduAnalytics.Gateway.Transport;
using EduAnalytics.Gateway.Transport.Costs;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Schema;

internal static class SchemaServices
{
    /// <summary>The schema of the contract, served by the transports.</summary>
    public static IServiceCollection AddEduSchema(this IServiceCollection services)
    {
        services.AddGraphQLTransport<EduSchema>();
        services.AddSingleton<ListSizes>();
        services.AddSingleton<ICostBasis>(provider => provider.GetRequiredService<ListSizes>());
        services.AddSingleton<CostTable>();
        // A scope is one request, or one event of a subscription: what is batched together is asked together.
        services.AddScoped<ValueBatch>();
        services.AddScoped<VersionBatch>();
        services.AddScoped<ExplanationBatch>();
        services.AddScoped<SourceBatch>();
        services.AddScoped<SeriesBatch>();
        services.AddScoped<FindingBatch>();
        services.AddScoped<ProblemBatch>();
        services.AddScoped<ComplianceBatch>();
        services.AddScoped<HistoryBatch>();
        services.AddScoped<DistributionBatch>();
        return services;
    }
}
