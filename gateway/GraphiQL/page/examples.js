// The tabs that a first visit opens with: one question each that the district's own report raises.

const fitness = `# 230404 is Nanshan District (南山区).
# The report states this rate without its parts,
# so its basis is REPORTED.
query Fitness {
  orgUnit(id: "230404") {
    name
    value(indicator: "fitness.excellent_good_rate", period: "2023") {
      value
      basis
      target
      status
      explanation {
        formula
        sources {
          document
          section
        }
      }
    }
  }
}
`;

const comparison = `# A city's districts side by side over the years.
# Warnings say what is not like for like.
query Comparison($city: ID!, $indicators: [ID!]!) {
  comparison(
    childrenOf: $city
    indicators: $indicators
    from: "2022"
    to: "2024"
  ) {
    periods
    series {
      orgUnit {
        name
        synthetic
      }
      indicator {
        name
        unit
      }
      points {
        period
        value
        basis
        reported
        status
      }
    }
    warnings {
      code
      message
    }
  }
}
`;

const live = `# Stays open: run ./edu simulate, or a mutation
# in another tab, and watch the events arrive.
subscription Live {
  indicatorChanged(
    orgUnits: ["230400", "230404"]
    indicators: ["dropout.rate"]
  ) {
    orgUnit {
      name
    }
    indicator {
      name
    }
    period
    value
    change
    version
  }
}
`;

const catalogue = `# Every indicator: unit, direction, definition,
# and the policy document it comes from.
query Catalogue {
  indicators {
    code
    name
    nameEn
    unit
    direction
    definition
    source
  }
}
`;

export const examples = [
  { query: fitness },
  {
    query: comparison,
    variables: JSON.stringify({ city: '230400', indicators: ['preschool.public_share'] }, null, 2),
  },
  { query: live },
  { query: catalogue },
];
