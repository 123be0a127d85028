namespace EduAnalytics.Architecture.Tests.Projects;

/// <summary>
/// Which project may refer to which, and which packages it brings. This table is the place to add a new project to;
/// projects under tests/ may refer to whatever they test and have no row.
/// </summary>
internal static class ProjectTable
{
    private const string Rows = """
        project    | may refer to                              | may bring
        Domain     |                                           |
        Contracts  | Domain                                    | Microsoft.Orleans.Sdk
        Journal    | Domain                                    | Microsoft.Data.Sqlite, Npgsql, Microsoft.Extensions.*
        Grains     | Domain, Contracts, Journal                | Microsoft.Orleans.Server, Microsoft.Orleans.Reminders, YamlDotNet
        Gateway    | Domain, Contracts, Import                 | Microsoft.Orleans.Client, Microsoft.AspNetCore.Authentication.JwtBearer, Microsoft.AspNetCore.Authentication.OpenIdConnect, GraphQL, GraphQL.MicrosoftDI, GraphQL.SystemTextJson, Sep, SpreadCheetah, Apache.Arrow
        Import     | Domain                                    | ExcelDataReader, Sep, YamlDotNet
        Plots      |                                           | ScottPlot, SkiaSharp*, MathNet.Numerics
        Dashboard  | Plots                                     | Microsoft.FluentUI.AspNetCore.Components*
        Samples    | Domain                                    | Sep
        Cli        | Domain, Contracts, Journal, Grains, Gateway, Import, Dashboard, Samples | Microsoft.Orleans.Clustering.AdoNet, Microsoft.Orleans.Reminders.AdoNet, Microsoft.Orleans.Dashboard, Npgsql, System.CommandLine, Spectre.Console, OpenTelemetry.*, Yarp.ReverseProxy
        """;

    private const string Prefix = "EduAnalytics.";

    private static readonly Dictionary<string, Row> ByProject = Rows.Split('\n').Skip(1).Select(Row.Parse).ToDictionary(row => row.Project);

    /// <summary>One sentence for each reference that the table does not allow and each project that it does not know.</summary>
    public static IEnumerable<string> Breaches(IEnumerable<ProjectFile> projects) => projects
        .Where(project => !project.Path.StartsWith("tests/", StringComparison.Ordinal))
        .SelectMany(project => ByProject.TryGetValue(Short(project.Name), out var row)
            ? row.Breaches(project)
            : [$"{project.Path}: no row names this project."]);

    private static string Short(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;

    private sealed record Row(string Project, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
    {
        public static Row Parse(string line)
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            return new Row(cells[0], List(cells[1]), List(cells[2]));
        }

        public IEnumerable<string> Breaches(ProjectFile project) =>
            project.Projects.Where(name => !Projects.Contains(Short(name)))
                .Select(name => $"{project.Path} refers to {name}; its row allows {Allowed(Projects)}.")
                .Concat(project.Packages.Where(name => !Packages.Any(pattern => Matches(pattern, name)))
                    .Select(name => $"{project.Path} brings the package {name}; its row allows {Allowed(Packages)}."));

        private static string[] List(string cell) => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        private static bool Matches(string pattern, string name) =>
            pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;

        private static string Allowed(IReadOnlyList<string> names) => names.Count == 0 ? "nothing" : string.Join(", ", names);
    }
}
