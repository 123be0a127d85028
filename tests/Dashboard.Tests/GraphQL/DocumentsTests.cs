using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Tests.GraphQL;

public sealed class DocumentsTests
{
    public static TheoryData<string> All =>
    [
        .. typeof(Documents).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".graphql", StringComparison.Ordinal) && !name.StartsWith("Figures/", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void A_document_brings_each_fragment_it_uses_once(string path)
    {
        var document = Documents.Find(path);
        var used = document.Split("...").Skip(1).Select(rest => rest.Split('\n', ' ')[0]).Where(name => name.Length > 0).Distinct();

        Assert.All(used, name => Assert.Equal(2, document.Split($"fragment {name} on ").Length));
        Assert.DoesNotContain("#import", document, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_document_that_is_more_than_fragments_is_an_operation_that_a_gateway_can_be_told()
    {
        var operations = Documents.Operations.ToList();

        Assert.Contains("Live/Changes.graphql", operations);
        Assert.Contains("Compare/Compare.graphql", operations);
        Assert.DoesNotContain("Figures/Unit.graphql", operations);
        Assert.All(operations, path => Assert.Matches("(?m)^(query|mutation|subscription) ", Documents.Find(path)));
        Assert.All(
            All.Select(row => row.Data).Except(operations),
            path => Assert.DoesNotMatch("(?m)^(query|mutation|subscription|\\{)", Documents.Find(path)));
    }

    [Fact]
    public void A_document_that_is_not_there_is_named() =>
        Assert.Contains("Nowhere.graphql", Assert.Throws<FileNotFoundException>(() => Documents.Find("Nowhere.graphql")).Message, StringComparison.Ordinal);
}
