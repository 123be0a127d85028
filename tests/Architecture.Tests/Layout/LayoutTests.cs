namespace EduAnalytics.Architecture.Tests.Layout;

public sealed class LayoutTests
{
    [Fact]
    public void Folders_are_subjects_and_never_kinds() => Breaches.MustBeNone(LayoutRules.FoldersNamedByKind(Repository.Files),
        "A folder is named by its subject, so that what changes together stands together:");

    [Fact]
    public void A_folder_named_by_kind_is_found() =>
        Assert.Equal("silo/Domain/Models", Assert.Single(LayoutRules.FoldersNamedByKind(["silo/Domain/Models/A.cs", "silo/Domain/Periods/B.cs"])));

    [Fact]
    public void Folders_stay_small_enough_to_read() => Breaches.MustBeNone(LayoutRules.CrowdedFolders(Repository.Files),
        $"More than {LayoutRules.MostFilesInAFolder} files in a folder: find the second subject in it.");

    [Fact]
    public void A_crowded_folder_is_found() => Assert.Single(LayoutRules.CrowdedFolders(
        Enumerable.Range(0, LayoutRules.MostFilesInAFolder + 1).Select(number => $"cli/File{number}.cs").Append("gateway/One.cs")));

    [Fact]
    public void Files_stay_short_enough_to_read() => Breaches.MustBeNone(LayoutRules.LongFiles(Repository.Files, Repository.Read),
        $"More than {LayoutRules.MostLinesInAFile} lines in a file: split it by concern.");

    [Fact]
    public void A_long_file_is_found() => Assert.Single(LayoutRules.LongFiles(["cli/Long.cs", "cli/Long.json"],
        _ => new string('\n', LayoutRules.MostLinesInAFile + 1)));
}
