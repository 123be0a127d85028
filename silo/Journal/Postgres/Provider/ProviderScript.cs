using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace EduAnalytics.Journal.Postgres.Provider;

/// <summary>
/// A file of SQL by which the runtime's own provider lays out its tables, or changes them for a later version. Such files are the
/// operator's: none comes with this program.
/// </summary>
/// <param name="Name">The file's name, without its directory.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal digits.</param>
/// <param name="Sql">Its statements, without the transaction that it may put around all of them.</param>
internal sealed partial record ProviderScript(string Name, string Sha256, string Sql)
{
    /// <summary>What every database needs, in the order in which one builds on the other.</summary>
    public static IReadOnlyList<string> Needed { get; } = ["PostgreSQL-Main.sql", "PostgreSQL-Clustering.sql", "PostgreSQL-Reminders.sql"];

    /// <summary>What the provider calls the files that change what an earlier version laid out.</summary>
    private static readonly string[] laterNames = ["PostgreSQL-Clustering-*.sql", "PostgreSQL-Reminders-*.sql"];

    /// <summary>3.7.0 goes before 10.0.0.</summary>
    private static readonly StringComparer byVersion = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);

    /// <summary>The scripts of a directory in the order in which they are applied: what every database needs, then what later versions add.</summary>
    /// <exception cref="ProviderScriptsException">A needed one is not there, or cannot be read.</exception>
    public static IReadOnlyList<ProviderScript> ReadAll(string directory)
    {
        var missing = Needed.Where(name => !File.Exists(Path.Combine(directory, name))).ToList();
        if (missing.Count > 0)
            throw new ProviderScriptsException(
                $"'{directory}' has no {string.Join(" and no ", missing)}: download what is missing from the runtime's source repository, of the version that this program uses.");
        try
        {
            return [.. Needed.Concat(LaterOf(directory)).Select(name => Read(directory, name))];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ProviderScriptsException($"The scripts in '{directory}' cannot be read: {cause.Message}", cause);
        }
    }

    /// <summary>Scripts for anything but membership and reminders are left alone: the directory may hold all that the provider has.</summary>
    private static IEnumerable<string> LaterOf(string directory) =>
        laterNames.SelectMany(names => Directory.EnumerateFiles(directory, names).Select(path => Path.GetFileName(path)).Order(byVersion));

    private static ProviderScript Read(string directory, string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(directory, name));

        // By a reader, which leaves out the mark that some editors put before the first letter.
        using var text = new StreamReader(new MemoryStream(bytes));
        var sql = text.ReadToEnd();
        return new ProviderScript(
            name,
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            OwnTransaction().Match(sql) is { Success: true } own ? own.Groups["statements"].Value : sql);
    }

    /// <summary>BEGIN as the first statement of a file, COMMIT as its last; comments may stand before.</summary>
    [GeneratedRegex(
        @"\A(?:\s|--[^\n]*\n|/\*.*?\*/)*(?:BEGIN|START)(?:\s+(?:TRANSACTION|WORK))?\s*;(?<statements>.*)\bCOMMIT(?:\s+(?:TRANSACTION|WORK))?\s*;\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex OwnTransaction();
}
