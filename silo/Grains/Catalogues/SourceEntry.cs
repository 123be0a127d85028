namespace EduAnalytics.Grains.Catalogues;

/// <summary>The policy document in which a definition or a target stands.</summary>
/// <param name="Text">As readers see it: the document's name with its number and article.</param>
/// <param name="Doubt">What of it was not seen in a public text; null where all of it was.</param>
internal sealed record SourceEntry(string Text, string? Doubt)
{
    /// <summary>Null where the entry names no source.</summary>
    public static SourceEntry? Read(YamlEntry entry, string key)
    {
        const string expected = "document, and where it has them its number and article";
        if (!entry.Has(key) || entry.Entry(key, expected) is not { } source)
            return null;
        var document = source.Text("document", "the document's name");
        var place = string.Join('，', new[] { source.OptionalText("number", "the document's number"), source.OptionalText("article", "the article") }.OfType<string>());
        var doubt = source.OptionalText("doubt", "in English, what of the source was not seen in a public text");
        source.RefuseOtherKeys();
        return new SourceEntry(place.Length == 0 ? $"《{document}》" : $"《{document}》（{place}）", doubt);
    }
}
