using System.Xml.Linq;

namespace EduAnalytics.Architecture.Tests.Projects;

/// <summary>What one project file asks for: the names of projects and packages it refers to directly.</summary>
internal sealed record ProjectFile(string Path, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public string Name { get; } = NameOf(Path);

    public string Folder { get; } = FolderOf(Path);

    public static IReadOnlyList<ProjectFile> All { get; } =
        [.. Repository.Files.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)).Select(path => Parse(path, Repository.Read(path)))];

    public static ProjectFile Parse(string path, string xml)
    {
        var elements = XDocument.Parse(xml).Descendants().ToList();
        return new ProjectFile(path,
            [.. Included(elements, "ProjectReference").Select(NameOf)],
            [.. Included(elements, "PackageReference")]);
    }

    private static IEnumerable<string> Included(IEnumerable<XElement> elements, string kind) =>
        elements.Where(element => element.Name.LocalName == kind).Select(element => element.Attribute("Include")!.Value);

    private static string NameOf(string path) => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));

    private static string FolderOf(string path) => System.IO.Path.GetDirectoryName(path)!.Replace('\\', '/');
}
