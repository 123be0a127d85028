using EduAnalytics.Grains.Catalogues;

namespace EduAnalytics.Catalogue.Tests;

/// <summary>A small valid catalogue on disk, of which a test changes one file.</summary>
internal sealed class WrittenCatalogue : IDisposable
{
    public const string Units = """
        units:
          - { code: students, name: 人, name_en: students, whole: true, additive: true }
          - { code: percent, name: "%", name_en: "%", whole: false, additive: false }
          - { code: CNY, name: 元, name_en: CNY, whole: false, additive: true }
        """;

    public const string Groups = """
        groups:
          - { code: retention, name: 控辍保学, name_en: Retention }
        """;

    public const string Measures = """
        measures:
          - { code: students.enrolled, name: 在校学生数, name_en: Students enrolled, unit: students, period_types: [YEAR], stages: [PRIMARY, JUNIOR] }
          - { code: students.dropped_out, name: 辍学学生数, name_en: Students dropped out, unit: students, period_types: [YEAR], stages: [PRIMARY, JUNIOR] }
          - { code: finance.allocated, name: 教育资金拨付, name_en: Funds allocated, unit: CNY, period_types: [YEAR, HALF_YEAR] }
        """;

    public const string Indicators = """
        indicators:
          - code: dropout.rate
            name: 辍学率
            name_en: Dropout rate
            group: retention
            unit: percent
            decimals: 2
            direction: LOWER_IS_BETTER
            period_types: [YEAR]
            stages: [PRIMARY, JUNIOR]
            formula: { ratio: { numerator: students.dropped_out, denominator: students.enrolled, scale: 100 } }
            definition: 辍学学生数 ÷ 在校学生数 × 100。
            definition_en: Students dropped out over students enrolled, times 100.
            version: { number: 1, from: 2017-07-28 }
            targets:
              - { stage: PRIMARY, from: 2017, at_most: 0.6 }
        """;

    private readonly string directory = Directory.CreateTempSubdirectory("edu-catalogue-").FullName;

    public WrittenCatalogue()
    {
        Write("units.yaml", Units);
        Write("groups.yaml", Groups);
        Write("measures.yaml", Measures);
        Write("indicators.yaml", Indicators);
    }

    public string Location => directory;

    public WrittenCatalogue Write(string file, string text)
    {
        File.WriteAllText(Path.Combine(directory, file), text);
        return this;
    }

    /// <summary>The indicators with one passage replaced; the passage must be there.</summary>
    public WrittenCatalogue ReplaceInIndicators(string passage, string replacement)
    {
        Assert.Contains(passage, Indicators, StringComparison.Ordinal);
        return Write("indicators.yaml", Indicators.Replace(passage, replacement, StringComparison.Ordinal));
    }

    public CatalogueReading Read() => CatalogueReader.Read(directory);

    public Domain.Catalogues.Catalogue ReadComplete() =>
        Read() is CatalogueReading.Complete complete ? complete.Catalogue : throw new InvalidOperationException(Read().ToString());

    public IReadOnlyList<CatalogueError> Errors() => Assert.IsType<CatalogueReading.Faulty>(Read()).Errors;

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
