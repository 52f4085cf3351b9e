namespace Archive.LedgerAudits;

/// <summary>What an audit knows of the documents of one kind of stream.</summary>
internal interface IVersionComparison
{
    /// <summary>Their table.</summary>
    string Table { get; }

    /// <summary>How the names of their streams begin.</summary>
    string Prefix { get; }

    /// <summary>How many there should be, of the audited entries.</summary>
    long Made { get; set; }

    /// <summary>How many streams of the kind have begun: as many documents are open.</summary>
    long Begun { get; set; }
}
