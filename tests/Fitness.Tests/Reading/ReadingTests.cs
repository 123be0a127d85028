using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Grains.Catalogues;

namespace EduAnalytics.Fitness.Tests.Reading;

public sealed class ReadingTests : IDisposable
{
    private readonly WrittenStandard written = new();

    public void Dispose() => written.Dispose();

    [Fact]
    public void A_catalogue_without_the_folder_has_no_standard()
    {
        written.DeleteAll();

        Assert.Null(Read());
    }

    [Fact]
    public void An_item_without_a_file_has_no_tables_and_all_others_keep_theirs()
    {
        written.Delete("pull_ups.yaml");

        var standard = Read()!;

        Assert.Empty(standard.Find("pull_ups")!.Tables);
        Assert.Equal(150, standard.Items.Sum(item => item.Tables.Length));
    }

    [Fact]
    public void A_cell_and_its_row_and_column_are_where_the_file_has_them()
    {
        // The row of 90 of boys, the column of grade 8.
        Assert.Equal(90, Read()!.Find("vital_capacity")!.FindTable(8, Sex.Male)!.ScoreOf(3700));
        Assert.Equal(85, Read()!.Find("vital_capacity")!.FindTable(8, Sex.Male)!.ScoreOf(3699));
    }

    [Fact]
    public void An_empty_cell_means_that_no_result_has_the_score()
    {
        var pullUps = Read()!.Find("pull_ups")!.FindTable(7, Sex.Male)!;

        Assert.DoesNotContain(pullUps.Steps, step => step.Score == 78);
        Assert.Contains(pullUps.Steps, step => step.Score == 80);
    }

    private FitnessStandard? Read() => Assert.IsType<CatalogueReading.Complete>(written.Read()).Catalogue.Fitness;
}
