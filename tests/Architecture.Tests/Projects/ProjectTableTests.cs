namespace EduAnalytics.Architecture.Tests.Projects;

public sealed class ProjectTableTests
{
    private const string WhereToAdd =
        "A new project or reference needs a row in tests/Architecture.Tests/Projects/ProjectTable.cs, and a reason in docs/decisions/:";

    [Fact]
    public void Projects_refer_only_to_what_the_table_allows() => Breaches.MustBeNone(ProjectTable.Breaches(ProjectFile.All), WhereToAdd);

    [Theory]
    [InlineData("silo/Domain/EduAnalytics.Domain.csproj", "ProjectReference", "../Contracts/EduAnalytics.Contracts.csproj")]
    [InlineData("silo/Domain/EduAnalytics.Domain.csproj", "PackageReference", "YamlDotNet")]
    [InlineData("dashboard/Site/EduAnalytics.Dashboard.csproj", "ProjectReference", "../../gateway/EduAnalytics.Gateway.csproj")]
    [InlineData("silo/Stray/EduAnalytics.Stray.csproj", "PackageReference", "ScottPlot")]
    public void A_reference_beyond_the_table_is_found(string path, string kind, string included)
    {
        var twin = ProjectFile.Parse(path, $"""<Project><ItemGroup><{kind} Include="{included}" /></ItemGroup></Project>""");

        Assert.StartsWith(path, Assert.Single(ProjectTable.Breaches([twin])), StringComparison.Ordinal);
    }

    [Fact]
    public void The_solution_holds_every_project() => Breaches.MustBeNone(
        ProjectFile.All.Select(project => project.Path).Where(path => !Solution.Contains(path, StringComparison.Ordinal)),
        "What is not in the solution is neither built nor tested by ./edu test. Run `dotnet sln add` with:");

    [Fact]
    public void Projects_are_siblings_and_never_nested() => Breaches.MustBeNone(Nested(ProjectFile.All),
        "An inner project's files would be compiled twice. Move these beside the project they stand in:");

    [Fact]
    public void A_nested_project_is_found() =>
        Assert.Single(Nested([ProjectFile.Parse("gateway/A.csproj", "<Project />"), ProjectFile.Parse("gateway/Inner/B.csproj", "<Project />")]));

    private static string Solution { get; } = Repository.Read("EduAnalytics.sln").Replace('\\', '/');

    private static IEnumerable<string> Nested(IReadOnlyList<ProjectFile> projects) => projects
        .Where(inner => projects.Any(outer => inner != outer && inner.Path.StartsWith(outer.Folder + "/", StringComparison.Ordinal)))
        .Select(inner => inner.Path);
}
