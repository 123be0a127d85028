namespace EduAnalytics.Grains.Catalogues;

/// <summary>The policy document in which a definition or a target stands.</summary>
/// <param name="Text">As readers see it: the document's name with its number.</param>
/// <param name="Confirmed">False where the document itself was not seen.</param>
internal sealed record SourceEntry(string Text, bool Confirmed)
{
    /// <summary>Null where the entry names no source.</summary>
    public static SourceEntry? Read(YamlEntry entry, string key)
    {
        const string expected = "document, and where it has one its number";
        if (!entry.Has(key) || entry.Entry(key, expected) is not { } source)
            return null;
        var document = source.Text("document", "the document's name");
        var number = source.OptionalText("number", "the document's number or article");
        var confirmed = source.Flag("confirmed", true);
        source.RefuseOtherKeys();
        return new SourceEntry(number is null ? $"《{document}》" : $"《{document}》（{number}）", confirmed);
    }
}
