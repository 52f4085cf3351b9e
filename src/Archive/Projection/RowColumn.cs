using Npgsql;
using NpgsqlTypes;

namespace Archive.Projection;

/// <summary>A column of a table of documents: how it is called, and what a row has in it.</summary>
internal abstract class RowColumn<TRow>(string name, string sqlType)
{
    public string Name => name;

    public string SqlType => sqlType;

    /// <summary>The values of many rows as one array parameter.</summary>
    public abstract NpgsqlParameter ToParameter(IReadOnlyList<TRow> rows);

    public abstract Task WriteAsync(NpgsqlBinaryImporter copy, TRow row, CancellationToken cancellationToken);

    public static RowColumn<TRow> Text(string name, Func<TRow, string> value) => new Of<string>(name, "varchar", NpgsqlDbType.Varchar, value);

    public static RowColumn<TRow> Number(string name, Func<TRow, long> value) => new Of<long>(name, "bigint", NpgsqlDbType.Bigint, value);

    public static RowColumn<TRow> Time(string name, Func<TRow, DateTime> value) => new Of<DateTime>(name, "timestamptz", NpgsqlDbType.TimestampTz, value);

    /// <summary>The document itself, as UTF-8.</summary>
    public static RowColumn<TRow> Document(Func<TRow, byte[]> value) => new Of<byte[]>("data", "jsonb", NpgsqlDbType.Jsonb, value);

    private sealed class Of<TValue>(string name, string sqlType, NpgsqlDbType type, Func<TRow, TValue> value) : RowColumn<TRow>(name, sqlType)
    {
        public override NpgsqlParameter ToParameter(IReadOnlyList<TRow> rows)
        {
            var values = new TValue[rows.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = value(rows[i]);
            return new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
        }

        public override Task WriteAsync(NpgsqlBinaryImporter copy, TRow row, CancellationToken cancellationToken) => copy.WriteAsync(value(row), type, cancellationToken);
    }
}
