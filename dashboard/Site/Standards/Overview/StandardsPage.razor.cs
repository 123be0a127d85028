using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;

namespace EduAnalytics.Dashboard.Standards.Overview;

/// <summary>What every standard asks, and which districts meet it.</summary>
public sealed partial class StandardsPage
{
    [Inject]
    private StandardsReader Reader { get; set; } = null!;

    protected override string Address => Visitor.Urls.Standards();

    private StandardTexts Texts => Visitor.Texts.Standard;

    protected override StandardsView Ask(AddressReader address) => new();

    protected override Task<StandardsAnswer> Read(StandardsView asked, StandardsAnswer? known, CancellationToken ending) => Reader.Read(ending);
}
