using System.Globalization;
using System.Reflection;

namespace EduAnalytics.Journal.Sqlite.Schema;

/// <summary>One step of the schema: from <paramref name="Version"/> − 1 to <paramref name="Version"/>.</summary>
/// <param name="Version">1, 2, 3, … without gaps. A released step is never edited; a change is a new step.</param>
/// <param name="Sql">Its statements, run in one transaction.</param>
internal sealed record Migration(int Version, string Sql)
{
    /// <summary>The steps this program knows, from the SQL files beside this one (<c>NNNN-what-it-does.sql</c>).</summary>
    public static IReadOnlyList<Migration> Known { get; } = ReadKnown();

    private static Migration[] ReadKnown()
    {
        var assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames().Order(StringComparer.Ordinal).Select(name => Read(assembly, name))];
    }

    private static Migration Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return new Migration(int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
    }
}
