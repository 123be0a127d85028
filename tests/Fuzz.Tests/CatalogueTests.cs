using CsCheck;
using EduAnalytics.Grains.Catalogues;
using EduAnalytics.Testing;

namespace EduAnalytics.Fuzz.Tests;

/// <summary>Catalogue files that somebody edited without care.</summary>
public sealed class CatalogueTests
{
    private static readonly string shipped = Path.Combine(Repository.Root, "catalogue");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(shipped, "*.yaml").Select(file => Path.GetFileName(file)!).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_spoilt_file_is_taken_or_refused_with_a_line(string file)
    {
        var directory = Directory.CreateTempSubdirectory("edu-fuzz-").FullName;
        try
        {
            var spoilt = Path.Combine(directory, file);
            Spoilt.Of([File.ReadAllBytes(Path.Combine(shipped, file))]).Sample(
                content =>
                {
                    File.WriteAllBytes(spoilt, content);
                    if (CatalogueReader.ReadWith(shipped, spoilt) is CatalogueReading.Faulty { Errors: var errors })
                        Assert.All(errors, error => Assert.True(error.Line > 0 && error.ToString().Length > 10, error.ToString()));
                },
                iter: Spoilt.Tries / 16,
                threads: 1,
                print: Spoilt.Show);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
