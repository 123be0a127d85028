using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.Report.Canvas;
using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;

namespace EduAnalytics.Dashboard.Report;

/// <summary>The canvas: twelve visuals of one unit's parts that follow the slicers and each other.</summary>
public sealed partial class ReportPage
{
    private ReportModel? model;
    private IReadOnlyList<Visual> visuals = [];
    private DrawingQueue? queue;
    private ElementReference heading;

    /// <summary>The unit whose parts the screen showed last; null before anything was.</summary>
    private string? shownRoot;

    /// <summary>What the screen was taken for when the page was drawn on the server; null until then.</summary>
    [PersistentState]
    public bool? Narrow { get; set; }

    [Inject]
    private ReportReader Reader { get; set; } = null!;

    [Inject]
    private Drawing Drawing { get; set; } = null!;

    private DrawingQueue Queue => queue ??= new DrawingQueue(Drawing);

    protected override string Address => Visitor.Urls.Report(new ReportView());

    private ReportTexts Texts => Visitor.Texts.Report;

    private string Heading => model is null
        ? Texts.Title
        : string.Format(Visitor.Language.Culture, Texts.TitleOf, Visitor.Name(model.Root.Name, model.Root.NameEn));

    private string PageTitleText => model is null ? Texts.Title : $"{Visitor.Name(model.Indicator.Name, model.Indicator.NameEn)} – {Heading}";

    private bool IsNarrow => Narrow ??= ScreenWatch.Guess(Http);

    protected override ReportView Ask(AddressReader address) => address.ReadReport();

    protected override Task<ReportData> Read(ReportView asked, ReportData? known, CancellationToken ending) =>
        Reader.Read(asked, known, inSteps: RendererInfo.IsInteractive, ending);

    protected override bool IsMissing(ReportData data) => data is { Question: not null, Answer: null };

    protected override void Arrange(ReportData data)
    {
        model = ReportModel.Of(View, data);
        visuals = model is null ? [] : VisualList.Of(model, Visitor);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await FollowRoot();

        // The first numbers are on the screen: now for the rest.
        if (model is not { Detail: null } || Content is not { IsBusy: false, Trouble: null })
            return;
        await Reload();
        StateHasChanged();
    }

    /// <summary>Another unit is another page: what was clicked to get there is gone, and reading begins at the top.</summary>
    private async Task FollowRoot()
    {
        if (model?.Root.Id is not { } root || root == shownRoot)
            return;
        var isFirst = shownRoot is null;
        shownRoot = root;
        if (!isFirst)
            await heading.FocusAsync();
    }

    private void Redraw(bool narrow) => Narrow = narrow;
}
