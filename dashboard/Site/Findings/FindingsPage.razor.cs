using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Findings.Words;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Dashboard.SignIn;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace EduAnalytics.Dashboard.Findings;

/// <summary>What stands against the figures of a unit and of everything below it.</summary>
public sealed partial class FindingsPage : IDisposable
{
    private ReaderRole reader = new(null, null);
    private FollowedWords? words;

    [Inject]
    private IGraphQLClient Client { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private AuthenticationStateProvider Authentication { get; set; } = null!;

    [Inject]
    private IOptions<DashboardOptions> Options { get; set; } = null!;

    [Inject]
    private FindingsReader Reader { get; set; } = null!;

    protected override string Address => Visitor.Urls.Findings(new FindingsView());

    private FindingTexts Texts => Visitor.Texts.Finding;

    private string PageTitleText => Content.Data?.Unit is { } unit ? $"{Texts.PageTitle} – {Visitor.Name(unit.Name, unit.NameEn)}" : Texts.PageTitle;

    void IDisposable.Dispose()
    {
        words?.Dispose();
        Dispose();
    }

    protected override FindingsView Ask(AddressReader address) => address.ReadFindings();

    protected override Task<FindingsData> Read(FindingsView asked, FindingsData? known, CancellationToken ending) => Reader.Read(asked, known, ending);

    protected override async Task OnInitializedAsync()
    {
        if (Options.Value.IsSignInRequired)
            reader = ReaderRole.Of((await Authentication.GetAuthenticationStateAsync()).User);
    }

    /// <summary>In a circuit only, and again for each list: another page of it has other units.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (Content.Data?.List is not { } list)
            return;
        words ??= new FollowedWords(Client, Time, () => InvokeAsync(LookAgain));
        words.Follow(list.Nodes.Select(finding => finding.OrgUnit?.Id).OfType<string>());
    }

    private async Task LookAgain()
    {
        await Reload();
        StateHasChanged();
    }

    /// <summary>A city without units is empty; a unit that the address names and nobody knows is missing.</summary>
    protected override bool IsMissing(FindingsData data) => data.Unit is null && View.Unit is not null;

    /// <summary>The whole list, whatever page of it is shown.</summary>
    private TakeAway TakeAway(string unit, string? period) => new(
        "findings",
        null,
        [new(format => Visitor.Urls.FindingsFile(View, unit, period, format))],
        new NumberQuery(FindingsReader.Document, FindingsReader.Variables(unit, period, View)));

    private string RefusalText(string code) =>
        Texts.Refusals.TryGetValue(code, out var words) ? words : string.Format(Visitor.Language.Culture, Texts.WordRefused, code);

    private string Headline(FindingList list)
    {
        var when = Content.Data?.Period is { } period ? Visitor.Numbers.Period(period) : Texts.AllPeriods;
        return string.Format(Visitor.Language.Culture, Texts.Headline, when, list.TotalCount);
    }
}
