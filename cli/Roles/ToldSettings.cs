using System.CommandLine;

namespace EduAnalytics.Cli.Roles;

/// <summary>Options of a command that are settings too: given on the command line, they go before environment and files.</summary>
internal sealed class ToldSettings(Command command)
{
    private readonly List<Func<ParseResult, (string Key, string? Value)>> readers = [];

    /// <param name="key">The configuration's key.</param>
    public void Add(string name, string key, string description)
    {
        var option = new Option<string?>(name) { Description = $"{description} ({key})" };
        command.Add(option);
        readers.Add(parsed => (key, parsed.GetValue(option)));
    }

    /// <param name="value">What the setting becomes where the flag is given.</param>
    public void AddFlag(string name, string key, string value, string description)
    {
        var option = new Option<bool>(name) { Description = $"{description} ({key}={value})" };
        command.Add(option);
        readers.Add(parsed => (key, parsed.GetValue(option) ? value : null));
    }

    /// <summary>Only what was given.</summary>
    public IReadOnlyDictionary<string, string?> Read(ParseResult parsed) =>
        readers.Select(read => read(parsed)).Where(setting => setting.Value is not null).ToDictionary(setting => setting.Key, setting => setting.Value);
}
