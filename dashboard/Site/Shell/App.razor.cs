using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;

namespace EduAnalytics.Dashboard.Shell;

/// <summary>The document around the pages, always rendered on the server: language, theme, styles and scripts.</summary>
public sealed partial class App
{
    private static readonly string[] Sheets = ["tokens", "frame", "controls", "figures", "plots", "report", "live", "import", "standards", "findings", "views", "sign-in", "print"];

    private static readonly string[] Scripts = ["dashboard", "keyboard"];

    private Visitor visitor = new(Language.Chinese, Theme.Auto);

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    /// <summary>Null for a page that has no circuit.</summary>
    private IComponentRenderMode? PageMode => Http?.AcceptsInteractiveRouting() == false ? null : RenderMode.InteractiveServer;

    private string FluentTheme => visitor.Theme == Theme.Auto ? "system" : visitor.ThemeCode;

    private string ColourScheme => visitor.Theme == Theme.Auto ? "light dark" : visitor.ThemeCode;

    protected override void OnInitialized()
    {
        if (Http is not null)
            visitor = VisitorRequest.Read(Http);
    }
}
