using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Archive.Evidence.Texts;

/// <summary>
/// The filters of a PDF, each of which is asked first how much it would unpack: some kilobytes can stand for gigabytes. Those of pictures only are left out,
/// because no text is behind them.
/// </summary>
internal sealed class PdfFilters(ExtractionBudget budget) : BaseFilterProvider(Of(budget))
{
    private static Dictionary<string, IFilter> Of(ExtractionBudget budget)
    {
        var filters = new Dictionary<string, IFilter>(StringComparer.Ordinal);
        Add(new FlateFilter(), (input, _) => FlateLength(input), NameToken.FlateDecode, NameToken.FlateDecodeAbbreviation);
        Add(new LzwFilter(), (input, parameters) => LzwLength.Of(input.Span, Early(parameters), TextLimits.MostInOneStream), NameToken.LzwDecode, NameToken.LzwDecodeAbbreviation);
        Add(new RunLengthFilter(), (input, _) => input.Length * 64L, NameToken.RunLengthDecode, NameToken.RunLengthDecodeAbbreviation);
        Add(new Ascii85Filter(), (input, _) => input.Length * 4L, NameToken.Ascii85Decode, NameToken.Ascii85DecodeAbbreviation);
        Add(new AsciiHexDecodeFilter(), (input, _) => input.Length, NameToken.AsciiHexDecode, NameToken.AsciiHexDecodeAbbreviation);
        return filters;

        void Add(IFilter filter, Func<Memory<byte>, DictionaryToken, long> length, params NameToken[] names)
        {
            foreach (var name in names)
                filters[name.Data] = new Measured(filter, length, budget);
        }
    }

    private static long FlateLength(Memory<byte> input)
    {
        if (input.Length <= 2)
            return 0;
        var buffer = new byte[64 * 1024];
        var total = 0L;
        try
        {
            using var unpacking = new DeflateStream(new MemoryStream(input[2..].ToArray(), writable: false), CompressionMode.Decompress);
            for (int read; total <= TextLimits.MostInOneStream && (read = unpacking.Read(buffer)) > 0; total += read)
            {
            }
        }
        catch (InvalidDataException)
        {
            // Broken behind this: whoever unpacks it finds the same.
        }

        return total;
    }

    private static bool Early(DictionaryToken stream) =>
        !Parameters(stream).Any(parameters => parameters.TryGet<NumericToken>(NameToken.EarlyChange, out var early) && early.Data == 0);

    private static IEnumerable<DictionaryToken> Parameters(DictionaryToken stream)
    {
        foreach (var name in (NameToken[])[NameToken.DecodeParms, NameToken.Dp])
        {
            if (stream.TryGet<DictionaryToken>(name, out var one))
                yield return one;
            if (!stream.TryGet<ArrayToken>(name, out var many))
                continue;
            foreach (var each in many.Data.OfType<DictionaryToken>())
                yield return each;
        }
    }

    private sealed class Measured(IFilter filter, Func<Memory<byte>, DictionaryToken, long> length, ExtractionBudget budget) : IFilter
    {
        /// <summary>In samples: a row of a predictor is made in memory whether there are bytes for it or not.</summary>
        private const int MostColumns = 1_000_000;

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            budget.CountUnpacked(length(input, streamDictionary));
            if (Parameters(streamDictionary).Any(parameters => parameters.TryGet<NumericToken>(NameToken.Columns, out var columns) && columns.Data is < 0 or > MostColumns))
                throw new InvalidDataException($"A row of more than {MostColumns:N0} samples.");
            return filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
