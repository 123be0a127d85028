using System.Text.Encodings.Web;
using System.Text.Unicode;
using EduAnalytics.Dashboard.Compare;
using EduAnalytics.Dashboard.Compare.Summary;
using EduAnalytics.Dashboard.Dropouts;
using EduAnalytics.Dashboard.Findings;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.Import;
using EduAnalytics.Dashboard.Live.Rooms;
using EduAnalytics.Dashboard.PlotImages;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Report;
using EduAnalytics.Dashboard.SavedViews;
using EduAnalytics.Dashboard.Standards;
using EduAnalytics.Dashboard.Standards.Overview;
using EduAnalytics.Dashboard.Units;
using EduAnalytics.Dashboard.Visuals.StatusMaps;
using EduAnalytics.Dashboard.Visuals.Strips;
using EduAnalytics.Dashboard.Visuals.Trees;
using EduAnalytics.Plots;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.FluentUI.AspNetCore.Components;

namespace EduAnalytics.Dashboard;

public static class DashboardServices
{
    private const long FirstMessageBytes = 512 * 1024;

    /// <summary>
    /// The pages and the plot images. The host adds an <see cref="IGraphQLClient"/> and an <see cref="IImportClient"/>: its own where gateway and dashboard
    /// share a process, <see cref="AddRemoteGraphQL"/> where they do not.
    /// </summary>
    public static IServiceCollection AddEduDashboard(this IServiceCollection services)
    {
        services.AddPageServices();
        // Chinese stays Chinese in the HTML: as character references every letter would take eight bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents().AddInteractiveServerComponents()
            // What a prerendered page hands to its circuit travels in the circuit's first message.
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = FirstMessageBytes);
        return services;
    }

    /// <summary>What the pages ask for, without the machinery that serves them: also for tests of single pages.</summary>
    internal static void AddPageServices(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddFluentUIComponents();
        services.AddOptions<DashboardOptions>();
        services.TryAddSingleton<Drawing>();
        services.TryAddSingleton<PlotImage>();
        services.TryAddSingleton<LiveRooms>();
        services.TryAddScoped<IStandingReaders, OneStandingReader>();
        services.TryAddTransient<CompareReader>();
        services.TryAddTransient<StatusMapReader>();
        services.TryAddTransient<SchoolsReader>();
        services.TryAddTransient<TreeReader>();
        services.TryAddTransient<ReportReader>();
        services.TryAddTransient<ViewStore>();
        services.TryAddTransient<ViewsReader>();
        services.TryAddTransient<UnitReader>();
        services.TryAddTransient<ComplianceReader>();
        services.TryAddTransient<StandardsReader>();
        services.TryAddTransient<FindingsReader>();
        services.TryAddTransient<DropoutsReader>();
        services.TryAddTransient<SummaryReader>();
    }

    /// <summary>One sentence where pictures cannot have Chinese text, because no font on this machine has the characters; else null.</summary>
    public static string? FontWarning => PlotFonts.Check().DrawsChinese
        ? null
        : "No font here has Chinese characters: plots as PNG show empty boxes. On Debian: apt-get install fonts-noto-cjk";

    /// <param name="gateways">Where GraphQL and imports are answered.</param>
    public static IServiceCollection AddRemoteGraphQL(this IServiceCollection services, GatewayList gateways)
    {
        services.AddSingleton(gateways);
        services.AddTransient<GatewayFailover>();
        services.TryAddScoped<ReaderHeader>();
        services.AddScoped<IStandingReaders, RemoteStandingReaders>();
        services.AddHttpClient<IGraphQLClient, HttpGraphQLClient>(RemoteStandingReaders.HttpClientName, http => http.BaseAddress = new Uri(gateways.Current, "/graphql"))
            .AddHttpMessageHandler<GatewayFailover>();
        services.AddHttpClient<IImportClient, HttpImportClient>(http => (http.BaseAddress, http.Timeout) = (gateways.Current, Timeout.InfiniteTimeSpan))
            .AddHttpMessageHandler<GatewayFailover>();
        return services;
    }
}
