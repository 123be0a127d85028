using System.Collections;
using System.Text.RegularExpressions;
using EduAnalytics.Dashboard.Texts;

namespace EduAnalytics.Dashboard.Tests.Texts;

/// <summary>Reading the catalogue already fails on a missing or unknown text; these look at what the texts say.</summary>
public sealed partial class TextCatalogueTests
{
    public static TheoryData<string> Codes => [.. Language.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_text_says_something(string code)
    {
        // Nothing stands between Chinese sentences, a ratio has no unit, and what a plain count counts is in its name.
        var mayBeEmpty = new[] { "Figure.SentenceSeparator", "Units.ratio", "Units.count" };

        var empty = AllOf(code).Where(text => text.Value.Length == 0).Select(text => text.Key);

        Assert.Empty(empty.Except(mayBeEmpty));
    }

    [Fact]
    public void Both_languages_know_the_same_groups_units_and_warnings() =>
        Assert.Equal(AllOf("zh").Keys.Order(), AllOf("en").Keys.Order());

    [Fact]
    public void A_text_fills_in_the_same_places_in_both_languages()
    {
        var english = AllOf("en");

        var unlike = AllOf("zh").Where(text => !Places(text.Value).SequenceEqual(Places(english[text.Key]))).Select(text => text.Key);

        Assert.Equal([], unlike);
    }

    [Fact]
    public void No_English_text_was_left_in_Chinese()
    {
        var left = AllOf("en").Where(text => Chinese().IsMatch(text.Value)).Select(text => text.Key);

        // The switch names the other language in that language.
        Assert.Equal(["Shell.OtherLanguage"], left);
    }

    [Fact]
    public void No_Chinese_sentence_was_left_in_English()
    {
        var english = AllOf("en");

        var left = AllOf("zh").Where(text => text.Value.Length > 3 && text.Value == english[text.Key]).Select(text => text.Key);

        Assert.Equal([], left);
    }

    private static Dictionary<string, string> AllOf(string code) =>
        Flatten(TextCatalogue.Of(Language.Find(code)!), string.Empty).ToDictionary(text => text.Key, text => text.Value);

    private static IEnumerable<KeyValuePair<string, string>> Flatten(object texts, string path) => texts switch
    {
        IDictionary entries => entries.Keys.Cast<string>().Select(key => KeyValuePair.Create(path + key, (string)entries[key]!)),
        _ => texts.GetType().GetProperties().SelectMany(property => property.GetValue(texts) switch
        {
            string text => [KeyValuePair.Create(path + property.Name, text)],
            { } inner when property.Name != "EqualityContract" => Flatten(inner, $"{path}{property.Name}."),
            _ => [],
        }),
    };

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(place => place.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
