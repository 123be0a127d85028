using Apache.Arrow;
using Apache.Arrow.Types;
using EduAnalytics.Gateway.Export.Tables;

namespace EduAnalytics.Gateway.Export.Arrow;

/// <summary>A column of a table as Arrow has it.</summary>
internal abstract class ArrowColumn(ExportColumn column, IArrowType type, bool nullable)
{
    public static ArrowColumn Of(ExportColumn column, int rows) => column switch
    {
        ExportColumn.Text text => new WordColumn(text, text.At, rows),
        ExportColumn.Word word => new WordColumn(word, word.At, rows),
        ExportColumn.Number number => new NumberColumn(number, rows),
        ExportColumn.Count count => new CountColumn(count),
        ExportColumn.Day day => new DayColumn(day),
        ExportColumn.Instant instant => new InstantColumn(instant),
        ExportColumn.Flag flag => new FlagColumn(flag),
        _ => throw new NotSupportedException($"An Arrow column of {column.GetType().Name}."),
    };

    public Field FieldIn(ExportLanguage language) =>
        new(column.Code, type, nullable, [KeyValuePair.Create("title", column.Title.In(language))]);

    public abstract IArrowArray Cells(int from, int length);

    /// <summary>Each text once, and for every row the number of its text.</summary>
    private sealed class WordColumn : ArrowColumn
    {
        private static readonly DictionaryType type = new(Int32Type.Default, StringType.Default, ordered: false);

        private readonly Func<int, string?> at;
        private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
        private readonly StringArray texts;

        public WordColumn(ExportColumn column, Func<int, string?> at, int rows) : base(column, type, nullable: true)
        {
            this.at = at;
            var builder = new StringArray.Builder();
            for (var row = 0; row < rows; row++)
            {
                if (at(row) is { } text && places.TryAdd(text, places.Count))
                    builder.Append(text);
            }

            texts = builder.Build();
        }

        public override IArrowArray Cells(int from, int length)
        {
            var numbers = new Int32Array.Builder().Reserve(length);
            for (var row = from; row < from + length; row++)
            {
                if (at(row) is { } text)
                    numbers.Append(places[text]);
                else
                    numbers.AppendNull();
            }

            return new DictionaryArray(type, numbers.Build(), texts);
        }
    }

    /// <summary>Exact decimals. All rows share a scale, which is the usual one unless a number has more digits.</summary>
    private sealed class NumberColumn(ExportColumn.Number column, Decimal128Type type) : ArrowColumn(column, type, nullable: true)
    {
        private const int Precision = 38;
        private const int UsualScale = 6;

        /// <summary>The largest decimal has 29 digits; with these behind the point it still fits.</summary>
        private const int LargestScale = 9;

        public NumberColumn(ExportColumn.Number column, int rows) : this(column, new Decimal128Type(Precision, ScaleOf(column, rows)))
        {
        }

        public override IArrowArray Cells(int from, int length)
        {
            var cells = new Decimal128Array.Builder(type).Reserve(length);
            for (var row = from; row < from + length; row++)
            {
                if (column.At(row) is { } value)
                    cells.Append(decimal.Round(value, type.Scale));
                else
                    cells.AppendNull();
            }

            return cells.Build();
        }

        private static int ScaleOf(ExportColumn.Number column, int rows)
        {
            var scale = UsualScale;
            for (var row = 0; row < rows; row++)
                scale = Math.Max(scale, column.At(row)?.Scale ?? 0);
            return Math.Min(scale, LargestScale);
        }
    }

    private sealed class CountColumn(ExportColumn.Count column) : ArrowColumn(column, Int64Type.Default, nullable: true)
    {
        public override IArrowArray Cells(int from, int length)
        {
            var cells = new Int64Array.Builder().Reserve(length);
            for (var row = from; row < from + length; row++)
                cells.Append(column.At(row));
            return cells.Build();
        }
    }

    private sealed class DayColumn(ExportColumn.Day column) : ArrowColumn(column, Date32Type.Default, nullable: true)
    {
        public override IArrowArray Cells(int from, int length)
        {
            var cells = new Date32Array.Builder().Reserve(length);
            for (var row = from; row < from + length; row++)
            {
                if (column.At(row) is { } day)
                    cells.Append(day.ToDateTime(TimeOnly.MinValue));
                else
                    cells.AppendNull();
            }

            return cells.Build();
        }
    }

    private sealed class InstantColumn(ExportColumn.Instant column) : ArrowColumn(column, type, nullable: true)
    {
        private static readonly TimestampType type = new(TimeUnit.Millisecond, "UTC");

        public override IArrowArray Cells(int from, int length)
        {
            var cells = new TimestampArray.Builder(type).Reserve(length);
            for (var row = from; row < from + length; row++)
            {
                if (column.At(row) is { } moment)
                    cells.Append(moment);
                else
                    cells.AppendNull();
            }

            return cells.Build();
        }
    }

    private sealed class FlagColumn(ExportColumn.Flag column) : ArrowColumn(column, BooleanType.Default, nullable: false)
    {
        public override IArrowArray Cells(int from, int length)
        {
            var cells = new BooleanArray.Builder().Reserve(length);
            for (var row = from; row < from + length; row++)
                cells.Append(column.At(row));
            return cells.Build();
        }
    }
}
