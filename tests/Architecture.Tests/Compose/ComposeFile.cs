using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace EduAnalytics.Architecture.Tests.Compose;

/// <summary>A compose file, read as far as these tests ask.</summary>
internal sealed class ComposeFile
{
    public Dictionary<string, Service> Services { get; init; } = [];

    public static ComposeFile Parse(string text) =>
        new DeserializerBuilder().IgnoreUnmatchedProperties().WithCaseInsensitivePropertyMatching().Build()
            .Deserialize<ComposeFile>(new MergingParser(new Parser(new StringReader(text))));

    /// <summary>What the file names and the repository does not have: services, images' files, stages.</summary>
    /// <param name="read">Gives a file's text by its path from the root, or null where there is none.</param>
    public IEnumerable<string> Breaches(Func<string, string?> read) => Services.SelectMany(service => service.Value.Breaches(this, read)
        .Select(breach => $"{service.Key}: {breach}"));

    internal sealed class Service
    {
        public string? Image { get; init; }

        public Build? Build { get; init; }

        [YamlMember(Alias = "depends_on")]
        public Dictionary<string, object> DependsOn { get; init; } = [];

        public IEnumerable<string> Breaches(ComposeFile file, Func<string, string?> read)
        {
            foreach (var missing in DependsOn.Keys.Where(name => !file.Services.ContainsKey(name)))
                yield return $"waits for '{missing}', which is no service";
            if (Image is null)
                yield return "has no image name";
            if (Build is not null && Build.Breach(read) is { } breach)
                yield return breach;
        }
    }

    internal sealed class Build
    {
        public string Dockerfile { get; init; } = "";

        public string Target { get; init; } = "";

        public string? Breach(Func<string, string?> read) => read(Dockerfile) switch
        {
            null => $"there is no {Dockerfile}",
            var text when !text.Split('\n').Any(line => line.StartsWith("FROM ", StringComparison.Ordinal) && line.EndsWith($" AS {Target}", StringComparison.Ordinal))
                => $"{Dockerfile} has no stage '{Target}'",
            _ => null,
        };
    }
}
