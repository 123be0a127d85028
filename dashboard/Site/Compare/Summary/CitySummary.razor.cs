using EduAnalytics.Dashboard.Shell;
using EduAnalytics.Dashboard.Standards;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;

namespace EduAnalytics.Dashboard.Compare.Summary;

/// <summary>What is missed in the whole city, at a glance: where nothing comes back, two links remain.</summary>
public sealed partial class CitySummary : IDisposable
{
    private readonly PageContent<SummaryData> content = new();

    [CascadingParameter]
    private Visitor Visitor { get; set; } = null!;

    [Inject]
    private SummaryReader Reader { get; set; } = null!;

    private SummaryData? Data => content.Data;

    private CompareTexts Texts => Visitor.Texts.Compare;

    /// <summary>Without the standards by which no district can be judged.</summary>
    private IEnumerable<(NamedStandard Standard, int Missed, int Judged)> Judged =>
        from standard in Data!.Answer.Standards
        let count = Data.Count(standard)
        where count.Judged > 0
        select (standard, count.Missed, count.Judged);

    public void Dispose() => content.Dispose();

    /// <summary>Off the circuit's own thread: the first look at every school takes a while, and the slicers must answer meanwhile.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && await content.Read(ending => Task.Run(() => Reader.Read(ending), ending)))
            StateHasChanged();
    }
}
