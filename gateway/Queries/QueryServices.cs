using EduAnalytics.Gateway.Queries.Breakdowns;
using EduAnalytics.Gateway.Queries.Findings;
using EduAnalytics.Gateway.Queries.Live;
using EduAnalytics.Gateway.Queries.Problems;
using EduAnalytics.Gateway.Queries.Sources;
using EduAnalytics.Gateway.Queries.StandIns;
using EduAnalytics.Gateway.Queries.Views;
using EduAnalytics.Gateway.Submissions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EduAnalytics.Gateway.Queries;

public static class QueryServices
{
    /// <summary>Queries and commands over the grains; needs a grain factory and the catalogue.</summary>
    public static IServiceCollection AddEduQueries(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<AskedInstants>();
        services.AddSingleton<OrgUnitQueries>();
        services.AddSingleton<OrgUnitPages>();
        services.AddSingleton<VersionQueries>();
        services.TryAddSingleton<UnitAnswers>();
        services.TryAddSingleton<PastAnswers>();
        services.AddSingleton<UnitValues>();
        services.AddSingleton<IndicatorQueries>();
        services.AddSingleton<WithheldQueries>();
        services.AddSingleton<ComparisonQueries>();
        services.AddSingleton<StandardQueries>();
        services.AddSingleton<ComplianceQueries>();
        services.AddSingleton<IndicatorWatch>();
        services.AddSingleton<FindingKeepers>();
        services.AddSingleton<FindingQueries>();
        services.AddSingleton<FindingWatch>();
        services.AddSingleton<FindingLists>();
        services.AddSingleton<StandingFindings>();
        services.AddSingleton<SourceQueries>();
        services.AddSingleton<ProblemQueries>();
        services.AddSingleton<ActivityQueries>();
        services.AddSingleton<BreakdownQueries>();
        services.AddSingleton<SubmissionCommands>();
        services.AddSingleton<FindingCommands>();
        services.AddSingleton<ViewQueries>();
        services.AddSingleton<ViewCommands>();
        return services;
    }
}
