using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Dashboard.SavedViews;

/// <summary>The reader's views: to be opened, renamed, pinned, shared by their addresses, deleted.</summary>
public sealed partial class ViewsPage
{
    [Inject]
    private ViewsReader Reader { get; set; } = null!;

    [Inject]
    private IOptions<DashboardOptions> Options { get; set; } = null!;

    protected override string Address => Visitor.Urls.Views(new ViewsView());

    private SavedViewTexts Texts => Visitor.Texts.SavedView;

    protected override ViewsView Ask(AddressReader address) => address.ReadViews();

    protected override Task<ViewsData> Read(ViewsView asked, ViewsData? known, CancellationToken ending) => Reader.Read(ending);
}
