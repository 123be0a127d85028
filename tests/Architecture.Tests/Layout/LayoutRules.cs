namespace EduAnalytics.Architecture.Tests.Layout;

/// <summary>Where files may stand and how long they may grow. Paths are from the repository's root.</summary>
internal static class LayoutRules
{
    public const int MostFilesInAFolder = 20;
    public const int MostLinesInAFile = 400;

    private static readonly HashSet<string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        "Models", "Helpers", "Interfaces", "Utils", "Utilities", "Common", "Shared", "Misc", "Core", "Services", "Dtos",
        "Extensions", "Enums", "Exceptions", "Classes", "Types", "Constants",
    };

    public static IEnumerable<string> FoldersNamedByKind(IEnumerable<string> files) =>
        Folders(files).Where(folder => folder.Split('/').Any(Kinds.Contains)).Distinct();

    public static IEnumerable<string> CrowdedFolders(IEnumerable<string> files) =>
        from folder in Folders(files.Where(IsCode)).CountBy(folder => folder)
        where folder.Value > MostFilesInAFolder
        select $"{folder.Key}: {folder.Value} files";

    public static IEnumerable<string> LongFiles(IEnumerable<string> files, Func<string, string> read) =>
        from file in files.Where(IsCode)
        let lines = read(file).AsSpan().Count('\n')
        where lines > MostLinesInAFile
        select $"{file}: {lines} lines";

    private static IEnumerable<string> Folders(IEnumerable<string> files) =>
        files.Select(file => file[..Math.Max(0, file.LastIndexOf('/'))]).Where(folder => folder.Length > 0);

    private static bool IsCode(string file) =>
        file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal);
}
