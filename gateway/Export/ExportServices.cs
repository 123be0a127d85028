using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Export;

internal static class ExportServices
{
    public static IServiceCollection AddEduExport(this IServiceCollection services)
    {
        services.AddSingleton<ExportFailures>();
        services.AddSingleton<ComparisonExports>();
        return services;
    }
}
