using EduAnalytics.Gateway.Export.Lists;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Export;

internal static class ExportServices
{
    public static IServiceCollection AddEduExport(this IServiceCollection services)
    {
        services.AddSingleton<ExportFailures>();
        services.AddSingleton<ComparisonExports>();
        services.AddSingleton<ListExports>();
        services.AddSingleton<IListedNumbers, BreakdownNumbers>();
        services.AddSingleton<IListedNumbers, ComplianceNumbers>();
        services.AddSingleton<IListedNumbers, FindingNumbers>();
        services.AddSingleton<IListedNumbers, ActivityNumbers>();
        return services;
    }
}
