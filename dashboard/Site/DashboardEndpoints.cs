using EduAnalytics.Dashboard.Findings.Words;
using EduAnalytics.Dashboard.Live;
using EduAnalytics.Dashboard.PlotImages;
using EduAnalytics.Dashboard.Report;
using EduAnalytics.Dashboard.SavedViews;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Standards.Schools;
using EduAnalytics.Dashboard.Units;
using Microsoft.AspNetCore.Builder;

namespace EduAnalytics.Dashboard;

public static class DashboardEndpoints
{
    /// <summary>Maps the pages, their static files and the plot images. The host is a web project with static web assets.</summary>
    public static WebApplication MapEduDashboard(this WebApplication app)
    {
        app.UseAntiforgery();
        // Styles and scripts hold no figure, and the sign-in page needs them.
        app.MapStaticAssets().AllowAnonymous();
        app.MapPlotImages();
        app.MapFindingWords();
        app.MapViewForms();
        app.MapReportImages();
        app.MapUnitImages();
        app.MapVariationImages();
        app.MapPulseImages();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }
}
