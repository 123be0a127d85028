using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Texts;
using Microsoft.AspNetCore.Components;

namespace EduAnalytics.Dashboard.Compare;

/// <summary>Districts side by side over the years. A change of years asks nothing of the gateway.</summary>
public sealed partial class ComparePage
{
    private ComparedIndicator? compared;

    [Inject]
    private CompareReader Reader { get; set; } = null!;

    protected override string Address => Visitor.Urls.Compare(new CompareView());

    private CompareTexts Texts => Visitor.Texts.Compare;

    private string PageTitleText => compared is null
        ? Texts.Title
        : $"{Visitor.Name(compared.Indicator.Name, compared.Indicator.NameEn)} – {Texts.Title}";

    protected override CompareView Ask(AddressReader address) => address.ReadCompare();

    protected override Task<CompareData> Read(CompareView asked, CompareData? known, CancellationToken ending) => Reader.Read(asked, known, ending);

    protected override void Arrange(CompareData data) =>
        compared = data is { Question: { } question, Answer: { } answer }
            ? ComparedIndicator.Of(question, answer, View, data.Catalogue.Districts())
            : null;
}
