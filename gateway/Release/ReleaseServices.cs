using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Release.Breakdowns;
using EduAnalytics.Gateway.Release.Findings;
using EduAnalytics.Gateway.Release.Live;
using EduAnalytics.Gateway.Release.Sources;
using EduAnalytics.Gateway.Release.Standards;
using EduAnalytics.Gateway.Release.Values;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Release;

internal static class ReleaseServices
{
    /// <summary>The stage between aggregates and whatever leaves.</summary>
    public static IServiceCollection AddEduRelease(this IServiceCollection services)
    {
        services.AddScoped<RequestCaller>();
        services.AddSingleton<ValueRelease>();
        services.AddSingleton<DistributionRelease>();
        services.AddSingleton<BreakdownRelease>();
        services.AddSingleton<ExplanationRelease>();
        services.AddSingleton<SourceRelease>();
        services.AddSingleton<ProblemRelease>();
        services.AddSingleton<ComplianceRelease>();
        services.AddSingleton<ComplianceHistory>();
        services.AddSingleton<FindingRelease>();
        services.AddSingleton<FindingSources>();
        services.AddSingleton<LiveRelease>();
        services.AddSingleton<ActivityRelease>();
        return services;
    }
}
