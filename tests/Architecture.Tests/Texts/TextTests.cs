namespace EduAnalytics.Architecture.Tests.Texts;

public sealed class TextTests
{
    [Fact]
    public void Every_text_is_said_somewhere() => Breaches.MustBeNone(TextRules.Unused(TextRules.Defined, Repository.Files, Repository.Read),
        "Nothing says these texts any more: take them out of dashboard/Site/Texts, in both languages.");

    [Fact]
    public void A_text_that_nothing_says_is_found() => Assert.Equal(
        ["LiveTexts.Silent"],
        TextRules.Unused(
            ["LiveTexts.Silent", "LiveTexts.Said"],
            ["dashboard/Site/Live/LivePage.razor", "dashboard/Site/Texts/LiveTexts.cs"],
            file => file.EndsWith(".razor", StringComparison.Ordinal) ? "<p>@Texts.Said</p>" : "x.Silent"));
}
